package org.huizhu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huizhu.local.demo.Column;
import org.huizhu.local.demo.DemoDistrict;

/** A file of made-up residents with their households, as a district would upload it; every row is a new person. */
final class ResidentsFile implements AutoCloseable {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Path path;

    private ResidentsFile(Path path) {
        this.path = path;
    }

    /** Another seed each time. */
    static ResidentsFile of(int rows) throws IOException {
        Path path = Files.createTempFile("huizhu-bench", ".csv");
        try (Writer out = Files.newBufferedWriter(path)) {
            new DemoDistrict(LocalDate.now(SHANGHAI)).writeRows(rows, System.nanoTime(), out);
        }
        return new ResidentsFile(path);
    }

    Path path() {
        return path;
    }

    /**
     * What civil affairs would send of them: another income since the first of this month, for one member of each
     * household. Gives how many rows it wrote.
     */
    int writeIncomeChanges(int most, Path file) throws IOException {
        LocalDate since = LocalDate.now(SHANGHAI).withDayOfMonth(1);
        int written = 0;
        try (BufferedReader in = Files.newBufferedReader(path);
                Writer out = Files.newBufferedWriter(file)) {
            out.write("身份证号,家庭经济状况,开始日期\n");
            List<String> header = cells(in.readLine());
            Set<String> households = new HashSet<>();
            for (String line = in.readLine(); line != null && written < most; line = in.readLine()) {
                List<String> row = cells(line);
                if (households.add(cell(row, header, Column.HOUSEHOLD_NUMBER))) {
                    String income = cell(row, header, Column.INCOME).equals("低保") ? "低保边缘" : "低保";
                    out.write(cell(row, header, Column.ID_NUMBER) + "," + income + "," + since + "\n");
                    written++;
                }
            }
        }
        return written;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    private static String cell(List<String> row, List<String> header, Column column) {
        return row.get(header.indexOf(column.header()));
    }

    @Override
    public void close() throws IOException {
        Files.delete(path);
    }
}

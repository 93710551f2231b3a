package org.huizhu.local.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;

/**
 * Beilin as it might be: residents after the statistics of the policy notes, all made up, as the file that a district
 * would upload. The same seed and day give the same bytes. No certificate in it has expired on {@code today}.
 */
public final class DemoDistrict {

    /** How many residents {@link #writeCsv} writes, the persons of {@link DemoPersons} among them. */
    public static final int RESIDENTS = 8_000;

    private static final long SEED = 610_103L;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final LocalDate today;

    public DemoDistrict(LocalDate today) {
        this.today = today;
    }

    /** The demonstration file: the persons of {@link DemoPersons}, then everybody else. UTF-8 without a mark. */
    public void writeCsv(Path file) throws IOException {
        writeCsv(file, false);
    }

    /** As {@link #writeCsv(Path)}; with a byte order mark, spreadsheets recognise UTF-8. */
    public void writeCsv(Path file, boolean byteOrderMark) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            if (byteOrderMark) {
                out.append(BYTE_ORDER_MARK);
            }
            DemoRow.writeHeaderTo(out);
            IdNumbers idNumbers = new IdNumbers();
            for (DemoPerson person : DemoPersons.ALL) {
                idNumbers.reserve(person.idNumber());
                person.row(today).writeTo(out);
            }
            write(RESIDENTS - DemoPersons.ALL.size(), new ResidentRows(SEED, today, idNumbers), out);
        }
    }

    /**
     * A heading and {@code residents} rows of made-up persons, without those of {@link DemoPersons}. It streams: memory
     * grows only by one identity number a row. Files of different seeds share no household; a shared identity number is
     * possible but rare.
     */
    public void writeRows(int residents, long seed, Appendable out) throws IOException {
        DemoRow.writeHeaderTo(out);
        write(residents, new ResidentRows(seed, today, new IdNumbers()), out);
    }

    private static void write(int residents, ResidentRows rows, Appendable out) throws IOException {
        for (int left = residents; left > 0; ) {
            Iterator<DemoRow> members = rows.nextHousehold().iterator();
            while (members.hasNext() && left-- > 0) {
                members.next().writeTo(out);
            }
        }
    }
}

package org.huizhu.identity.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What must be known of a workbook before its first sheet is read: where that is, and the texts that cells refer to. */
final class XlsxWorkbook {

    static final XMLInputFactory XML = factory();

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final int MOST_CHARACTERS = 40_000_000;
    /** What a text takes beside its characters, counted as characters. */
    private static final int OVERHEAD = 32;

    private static final int LONGEST_TEXT = 32_767;

    private final List<String> texts = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private @Nullable String firstSheet;
    private boolean from1904;

    private XlsxWorkbook() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Text comes in pieces, so that one that is too long is noticed before all of it is in memory.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("jdk.xml.cdataChunkSize", 16_384);
        return factory;
    }

    static XlsxWorkbook read(InputStream in) throws IOException {
        var workbook = new XlsxWorkbook();
        try (var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                switch (entry.getName()) {
                    case "xl/workbook.xml" -> workbook.readSheets(XML.createXMLStreamReader(new ZipPart(zip)));
                    case "xl/_rels/workbook.xml.rels" ->
                        workbook.readTargets(XML.createXMLStreamReader(new ZipPart(zip)));
                    case "xl/sharedStrings.xml" -> workbook.readTexts(XML.createXMLStreamReader(new ZipPart(zip)));
                    default -> {
                        /* styles, themes, pictures: not needed */
                    }
                }
            }
        } catch (XMLStreamException | ZipException broken) {
            throw new UnreadableFile("file-not-a-table");
        }
        return workbook;
    }

    /** The name of the first sheet's entry. */
    String sheet() {
        String target = firstSheet == null ? null : targets.get(firstSheet);
        if (target == null) {
            throw new UnreadableFile("file-not-a-table");
        }
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    boolean countsFrom1904() {
        return from1904;
    }

    String text(int index) {
        if (index < 0 || index >= texts.size()) {
            throw new UnreadableFile("file-not-a-table");
        }
        return texts.get(index);
    }

    private void readSheets(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                String value = xml.getAttributeValue(null, "date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            } else if (xml.getLocalName().equals("sheet") && firstSheet == null) {
                String id = xml.getAttributeValue(RELATIONS, "id");
                firstSheet = id == null ? xml.getAttributeValue(STRICT_RELATIONS, "id") : id;
            }
        }
    }

    private void readTargets(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
            }
        }
    }

    private void readTexts(XMLStreamReader xml) throws XMLStreamException {
        long characters = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                String text = readText(xml);
                characters += text.length() + OVERHEAD;
                if (characters > MOST_CHARACTERS) {
                    throw new UnreadableFile("file-unpacks-too-large");
                }
                texts.add(text);
            }
        }
    }

    /** All runs of one text, without the readings that stand beside characters. */
    private static String readText(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int readings = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName()
                    : "";
            if (event == XMLStreamConstants.END_ELEMENT && name.equals("si")) {
                break;
            }
            if (name.equals("rPh")) {
                readings += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("t") && readings == 0) {
                if (!append(xml, text)) {
                    throw new UnreadableFile("file-unpacks-too-large");
                }
            }
        }
        return text.toString();
    }

    /** Adds what the element holds; false, and nothing more is read, when that is more than a cell may hold. */
    static boolean append(XMLStreamReader xml, StringBuilder text) throws XMLStreamException {
        while (xml.hasNext() && xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                throw new XMLStreamException("a text holds an element", xml.getLocation());
            }
            if (xml.isCharacters() || xml.getEventType() == XMLStreamConstants.CDATA) {
                if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
                    return false;
                }
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return true;
    }
}

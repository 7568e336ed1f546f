package org.entente.billing.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The dataset as CSV (RFC 4180, line feeds): columns by name, null as an empty field. */
public final class FocusFile {
    private static final List<String> HEADER =
            Arrays.stream(FocusColumn.values()).map(FocusColumn::id).toList();

    private final CsvWriter csv;

    private FocusFile(CsvWriter csv) {
        this.csv = csv;
    }

    /** Begins a file with its header. */
    public static FocusFile begin(Writer out) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(HEADER);
        return new FocusFile(csv);
    }

    /** Adds rows. */
    public void write(List<FocusRow> rows) {
        for (FocusRow row : rows) {
            csv.writeRecord(Arrays.stream(FocusColumn.values())
                    .map(column -> row.value(column).orElse(""))
                    .toList());
        }
    }

    /** Pushes everything out to the writer. */
    public void flush() throws IOException {
        csv.flush();
    }

    /** The rows of a file, or an {@link IllegalArgumentException} where its columns are not ours in our order. */
    public static List<FocusRow> read(Reader in) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
            return csv.stream().map(FocusFile::row).toList();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static FocusRow row(NamedCsvRecord record) {
        if (!record.getHeader().equals(HEADER)) {
            throw new IllegalArgumentException("The columns must be " + HEADER + ", but are " + record.getHeader());
        }
        Map<FocusColumn, String> values = new EnumMap<>(FocusColumn.class);
        for (FocusColumn column : FocusColumn.values()) {
            String value = record.getField(column.id());
            if (!value.isEmpty()) {
                values.put(column, value);
            }
        }
        return new FocusRow(values);
    }
}

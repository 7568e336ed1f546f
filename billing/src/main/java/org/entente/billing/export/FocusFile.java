package org.entente.billing.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
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

    /** The rows of a file, or an {@link IllegalArgumentException} where it is no CSV or its columns are not ours in our order. */
    public static List<FocusRow> read(Reader in) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(in)) {
            List<CsvRecord> records = csv.stream().toList();
            List<String> header =
                    records.isEmpty() ? List.of() : records.getFirst().getFields();
            if (!header.equals(HEADER)) {
                throw new IllegalArgumentException("The columns must be " + HEADER + ", but are " + header);
            }
            return records.stream().skip(1).map(FocusFile::row).toList();
        } catch (CsvParseException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static FocusRow row(CsvRecord record) {
        Map<FocusColumn, String> values = new EnumMap<>(FocusColumn.class);
        for (FocusColumn column : FocusColumn.values()) {
            String value = record.getField(HEADER.indexOf(column.id()));
            if (!value.isEmpty()) {
                values.put(column, value);
            }
        }
        return new FocusRow(values);
    }
}

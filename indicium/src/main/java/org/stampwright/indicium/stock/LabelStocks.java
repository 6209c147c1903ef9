package org.stampwright.indicium.stock;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stampwright.indicium.stock.UnusableStock.Flaw;

/** The known kinds of label stock: those built into this library, and those of an operator's folder. */
public final class LabelStocks {

    /** The system property that names an operator's folder of stock files. */
    public static final String FOLDER_PROPERTY = "stampwright.stock-folder";

    private static final List<String> OURS = List.of("US-LETTER-25", "US-LETTER-30", "A4-24", "ROLL-57x32");

    private final Map<String, LabelStock> byCode = new TreeMap<>();

    private LabelStocks() {
        for (String code : OURS) {
            try (InputStream in = LabelStocks.class.getResourceAsStream(code + ".properties")) {
                add(StockFile.read(code, new InputStreamReader(in, StandardCharsets.UTF_8)));
            } catch (IOException brokenJar) {
                throw new UncheckedIOException(brokenJar);
            }
        }
    }

    /** Returns the kinds that are built into this library. */
    public static LabelStocks builtIn() {
        return new LabelStocks();
    }

    /**
     * Returns the kinds of an installation: the built-in ones and, if the system property {@value #FOLDER_PROPERTY}
     * names an existing folder, the ones in it.
     *
     * @throws UnusableStock as {@link #with}
     */
    public static LabelStocks known() {
        String folder = System.getProperty(FOLDER_PROPERTY, "");
        return !folder.isBlank() && Files.isDirectory(Path.of(folder)) ? with(Path.of(folder)) : builtIn();
    }

    /**
     * Returns the built-in kinds and every {@code *.properties} of a folder.
     *
     * @throws UnusableStock naming the first file that does not describe usable stock or cannot be read, or the folder
     * that cannot be read
     */
    public static LabelStocks with(Path folder) {
        LabelStocks stocks = new LabelStocks();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.properties")) {
            files.forEach(stocks::addFile);
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw new UnusableStock(
                    folder.toString(), Flaw.UNREADABLE, "the folder cannot be read (" + unreadable + ")", unreadable);
        }
        return stocks;
    }

    private void addFile(Path file) {
        String name = file.getFileName().toString();
        try (Reader in = Files.newBufferedReader(file)) {
            add(StockFile.read(name, in));
        } catch (UnusableStock unusable) {
            throw unusable.in(name);
        } catch (CharacterCodingException otherEncoding) {
            throw new UnusableStock(name, Flaw.UNREADABLE, "the file is not UTF-8", otherEncoding);
        } catch (IOException unreadable) {
            throw new UnusableStock(name, Flaw.UNREADABLE, "the file cannot be read (" + unreadable + ")", unreadable);
        }
    }

    /** Returns the kind with this code. */
    public Optional<LabelStock> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Returns all kinds, ordered by their codes. */
    public Collection<LabelStock> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    private void add(LabelStock stock) {
        if (byCode.putIfAbsent(stock.code(), stock) != null) {
            throw new UnusableStock(stock.code(), Flaw.TWICE, "two files have this code");
        }
    }
}

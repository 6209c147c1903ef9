package org.stampwright.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the dependencies of this module: it is below all modules but one, and only it does what it does. */
class ProtocolModuleTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.stampwright.protocol");

    /** The outside programs, and the benchmarks, whose own waiting would distort the measurement. */
    private static final List<String> OTHERS = List.of("card-sandbox", "bench");

    @Test
    void it_needs_the_jdk_the_json_interface_and_indicium_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.stampwright.protocol..",
                        "org.stampwright.indicium..",
                        "java..",
                        "javax.crypto..",
                        "jakarta.json..")
                .check(MODULE);
    }

    @Test
    void no_other_module_calls_by_http_without_these_bounds() throws IOException {
        assertThat(sourcesThatContain("HttpClient.newBuilder", "HttpClient.newHttpClient", ".openConnection("))
                .containsExactly("BoundedHttp.java");
    }

    @Test
    void no_module_looks_up_a_json_provider_at_each_call() throws IOException {
        assertThat(sourcesThatContain("import jakarta.json.Json;", "import jakarta.json.*;", " jakarta.json.Json."))
                .isEmpty();
        assertThat(sourcesThatContain("JsonProvider.provider()"))
                .containsExactlyInAnyOrder("StrictJson.java", "PrintJob.java");
    }

    private static List<String> sourcesThatContain(String... words) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file ->
                                Stream.of(words).anyMatch(word -> read(file).contains(word)))
                        .forEach(file -> found.add(file.getFileName().toString()));
            }
        }
        return found;
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Stream.concat(Files.list(Path.of("..")), Files.list(Path.of("../world")))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .filter(folder -> !OTHERS.contains(folder.getFileName().toString()))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

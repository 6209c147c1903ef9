package org.stampwright.indicium;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The properties that make this an independent library. */
class LibraryTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.stampwright.indicium");

    @Test
    void needs_the_jdk_and_zxing_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.stampwright.indicium..", "java..", "javax.security..", "com.google.zxing..")
                .check(LIBRARY);
    }

    @Test
    void has_no_circles() {
        slices().matching("org.stampwright.(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void asks_no_clock_and_draws_no_lots() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(SecureRandom.class)
                .check(LIBRARY);
    }

    /** Runs the compiler's own check. Only the sentence is mandatory; parameters and result need no tags. */
    @Test
    void everything_public_is_documented(@TempDir Path out) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-Xdoclint:all/public",
                    "-Xmaxwarns",
                    "9999",
                    "-proc:none",
                    "-d",
                    out.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            assertThat(compiler.getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources()))
                            .call())
                    .isTrue();
        }
        assertThat(said.getDiagnostics())
                .isNotEmpty()
                .extracting(diagnostic -> diagnostic.getSource() == null
                        ? ""
                        : diagnostic.getSource().getName() + ":" + diagnostic.getLineNumber() + " "
                                + diagnostic.getMessage(Locale.ENGLISH))
                .noneMatch(line -> line.contains("no comment") || line.contains("error:"));
    }

    @Test
    void fits_into_four_hundred_kilobytes() throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        Path classes = Path.of("target/classes");
        try (JarOutputStream out = new JarOutputStream(jar);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        assertThat(jar.size()).isBetween(100_000, 400_000);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

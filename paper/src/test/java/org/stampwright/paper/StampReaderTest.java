package org.stampwright.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampReaderTest {

    private static final int MUTATIONS = 200;

    /** The seeds are the same in each run; some of them make the JDK throw undeclared exceptions. */
    @ParameterizedTest
    @ValueSource(strings = {"bmp", "gif", "tif", "png", "jpg", "pdf"})
    void a_damaged_file_is_read_or_refused_as_one_that_cannot_be_read(String format) throws IOException {
        byte[] file = format.equals("pdf") ? pdf(1, 20, 20) : picture(format);
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] damaged = damaged(file, new Random(seed));
            try {
                assertThat(StampReader.read(damaged)).isEmpty();
            } catch (IOException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void what_a_decoder_threw_is_the_cause() throws IOException {
        List<Throwable> causes = new ArrayList<>();
        for (String format : List.of("bmp", "gif", "tif")) {
            byte[] file = picture(format);
            for (int seed = 0; seed < MUTATIONS; seed++) {
                byte[] damaged = damaged(file, new Random(seed));
                try {
                    StampReader.read(damaged);
                } catch (IOException refused) {
                    causes.add(refused.getCause());
                }
            }
        }
        assertThat(causes).hasAtLeastOneElementOfType(RuntimeException.class);
    }

    @Test
    void a_pdf_of_too_many_or_too_large_pages_is_refused() {
        assertThatThrownBy(() -> StampReader.read(pdf(101, 20, 20)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("101 pages; at most 100");
        assertThatThrownBy(() -> StampReader.read(pdf(1, 14_000, 14_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the page is too large");
        assertThatThrownBy(() -> StampReader.read(pdf(1, 0.01f, 100_000_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the page is too large");
    }

    private static byte[] damaged(byte[] file, Random random) {
        byte[] damaged = file.clone();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(64, file.length) : file.length);
            damaged[at] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB), format, out))
                .isTrue();
        return out.toByteArray();
    }

    private static byte[] pdf(int pages, float width, float height) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(new PDRectangle(width, height)));
            }
            return PaperPage.bytes(document);
        }
    }
}

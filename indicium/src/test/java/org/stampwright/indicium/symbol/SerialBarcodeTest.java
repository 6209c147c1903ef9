package org.stampwright.indicium.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.LabelSerial;

class SerialBarcodeTest {

    private static final int DOTS = 3;

    @Test
    void a_scanner_reads_the_eleven_characters() throws Exception {
        Random random = new Random(12);
        for (int i = 0; i < 200; i++) {
            LabelSerial serial = LabelSerial.draw("SW", random);
            assertThat(scanned(SerialBarcode.of(serial))).isEqualTo(serial.printed());
        }
    }

    private static String scanned(SerialBarcode bars) throws Exception {
        int width = (bars.modules() + 2 * SerialBarcode.QUIET_ZONE) * DOTS;
        BufferedImage picture = Pictures.blank(width, 60);
        for (int x = 0; x < bars.modules() * DOTS; x++) {
            if (bars.get(x / DOTS)) {
                picture.getRaster().setSamples(SerialBarcode.QUIET_ZONE * DOTS + x, 0, 1, 60, 0, new int[60]);
            }
        }
        int[] pixels = picture.getRGB(0, 0, width, 60, null, 0, width);
        return new Code128Reader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, 60, pixels))))
                .getText();
    }
}

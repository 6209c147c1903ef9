package org.stampwright.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import javax.imageio.ImageIO;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.drawing.StampDesign;
import org.stampwright.indicium.drawing.StampDrawing;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;

/**
 * Draws the pictures of {@code docs/stock}: each kind of label stock, pre-printed, with stamps on some of its labels
 * and one specimen. These stamps are not real: their signatures are random numbers. {@code bin/stampwright stock
 * --pictures docs/stock} calls it.
 */
public final class StockPictures {

    private static final int DPI = 150;
    private static final double MM_PER_INCH = 25.4;
    private static final LocalDate DAY = LocalDate.of(2026, 2, 14);
    private static final String[][] RATES = {
        {"0.82", "FCL", "Letter"},
        {"0.61", "FCP", "Postcard"},
        {"1.11", "FCL2", "Letter, 2 ounces"},
        {"5.00", "FREE", "Free value"}
    };

    private final Random random = new Random(20260214);
    private Registers registers = new Registers(Money.parse("1204.66"), Money.parse("250"));

    private StockPictures() {}

    /**
     * Writes a PNG for each kind into the folder, creating the folder if necessary; the bytes are the same each time.
     */
    public static void write(LabelStocks stocks, Path folder) throws IOException {
        Files.createDirectories(folder);
        StockPictures pictures = new StockPictures();
        for (LabelStock stock : stocks.all()) {
            ImageIO.write(
                    pictures.draw(stock),
                    "png",
                    folder.resolve(stock.code() + ".png").toFile());
        }
    }

    private BufferedImage draw(LabelStock stock) {
        int dpi = stock.isSingle() ? 2 * DPI : DPI;
        BufferedImage picture = new BufferedImage(
                (int) Math.ceil(stock.paperWidth() * dpi / MM_PER_INCH),
                (int) Math.ceil(stock.paperHeight() * dpi / MM_PER_INCH),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        g.scale(dpi / MM_PER_INCH, dpi / MM_PER_INCH);
        LabelSerial serial = LabelSerial.draw("SW", random);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        BlankStock.draw(stock, serial, g);
        for (int position : stock.positions().subList(0, (stock.labels() + 1) / 2)) {
            String[] rate = RATES[position % RATES.length];
            SignedIndicium stamp = stamp(serial, position, rate);
            new StampDrawing(stamp, StampDesign.STAMPWRIGHT, rate[2]).draw(g, stock.stampArea(position));
        }
        g.dispose();
        return picture;
    }

    /** Returns successive stamps of one device; the second on a sheet is shown as a specimen, every fifth undated. */
    private SignedIndicium stamp(LabelSerial serial, int position, String[] rate) {
        registers = registers.debit(Money.parse(rate[0]));
        IndiciumContent content = IndiciumContent.builder()
                .certificateSerial(new CertificateSerial(1017))
                .manufacturer("SW")
                .model("01")
                .psdSerial(new PsdSerial(10_000_042))
                .registers(registers)
                .postage(Money.parse(rate[0]))
                .date(position % 5 == 0 ? null : DAY)
                .licensingPostcode(94_105)
                .softwareId("SWR001")
                .rateCategory(rate[1])
                .pieceCount(2_000L + position)
                .licence(new LicenceNumber(700_001))
                .labelSerial(serial)
                .labelPosition(position)
                .frankedOn(DAY)
                .currency(840)
                .country("US")
                .build();
        byte[] signature = new byte[SignedIndicium.SIGNATURE_LENGTH];
        random.nextBytes(signature);
        return position == 2 ? content.specimen() : new SignedIndicium(content, signature);
    }
}

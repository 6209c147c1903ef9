package org.stampwright.web.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.stampwright.indicium.Algorithm;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.ContentBuilder;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.drawing.StampDesign;
import org.stampwright.indicium.drawing.StampDrawing;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.postage.licence.Licences;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.PieceView;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.web.problem.Problem;

/**
 * Draws a stamp of an order as a specimen. It is made from the order and never from the signed indicium, so the picture
 * contains no signature. Registers and piece count are zero; certificate and PSD have the highest possible numbers,
 * which the authority never assigns.
 */
@ApplicationScoped
public class SpecimenPicture {

    private static final double DOTS_PER_MM = 300 / 25.4;

    private static final CertificateSerial NO_CERTIFICATE = new CertificateSerial(CertificateSerial.MAXIMUM);
    private static final PsdSerial NO_DEVICE = new PsdSerial(PsdSerial.MAXIMUM);

    private final LabelStocks stocks = LabelStocks.known();

    @Inject
    private Licences licences;

    /** Returns the picture of one stamp of an order, or the problem if this caller may not see it. */
    public Response answer(Answer<OrderView> order, int number) {
        return order.fold(view -> answer(view, number), Problem::refused);
    }

    private Response answer(OrderView order, int number) {
        return png(order, number)
                .map(png -> Response.ok(png, "image/png").build())
                .orElseGet(() -> Problem.of(ProblemKind.NOT_FOUND, "This order has no such stamp.")
                        .response());
    }

    /** Returns the picture of one stamp as PNG at 300 dpi; empty if the order has no such stamp. */
    public Optional<byte[]> png(OrderView order, int number) {
        return order.pieces().stream()
                .filter(piece -> piece.number() == number)
                .findFirst()
                .flatMap(piece -> stocks.find(order.stock()).map(stock -> draw(specimen(order, piece), piece, stock)));
    }

    private SignedIndicium specimen(OrderView order, PieceView piece) {
        return letterhead()
                .algorithm(Algorithm.ECDSA_P256)
                .certificateSerial(NO_CERTIFICATE)
                .psdSerial(NO_DEVICE)
                .postage(piece.value())
                .rateCategory(piece.rateCategory())
                .labelSerial(LabelSerial.parse(order.sheet()))
                .labelPosition(piece.position())
                .frankedOn(LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC))
                .build()
                .specimen();
    }

    private ContentBuilder letterhead() {
        return licences.letterhead().orElseThrow(() -> new IllegalStateException("there is no licence yet"));
    }

    private static byte[] draw(SignedIndicium stamp, PieceView piece, LabelStock stock) {
        var area = stock.stampArea(piece.position());
        var picture = new BufferedImage(dots(area.getWidth()), dots(area.getHeight()), BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.scale(DOTS_PER_MM, DOTS_PER_MM);
        new StampDrawing(stamp, StampDesign.STAMPWRIGHT, piece.description())
                .draw(graphics, new Rectangle2D.Double(0, 0, area.getWidth(), area.getHeight()));
        graphics.dispose();
        return png(picture);
    }

    private static int dots(double millimetres) {
        return (int) Math.round(millimetres * DOTS_PER_MM);
    }

    private static byte[] png(BufferedImage picture) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}

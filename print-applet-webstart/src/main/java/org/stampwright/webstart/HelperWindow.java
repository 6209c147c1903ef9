package org.stampwright.webstart;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.print.PrintService;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.stampwright.indicium.LabelSerial;

/**
 * The window: on the left the three steps, on the right a picture of the sheet. Its title shows the state of the work,
 * for screen readers and task bars. It has no logic of its own; see {@link PrintFlow}.
 */
final class HelperWindow {
    private final JFrame frame = new JFrame();
    private final JTextField serial = new JTextField();
    private final JButton check = WindowStyle.quiet("Check sheet");
    private final JComboBox<PrintService> printers = new JComboBox<>();
    private final JButton print = WindowStyle.primary("Print");
    private final JButton yes = WindowStyle.quiet("Yes, they are on the sheet");
    private final JButton no = WindowStyle.quiet("No");
    private final StatusBox status = new StatusBox();
    private final SheetPicture picture = new SheetPicture();

    HelperWindow(String order) {
        frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
        frame.setLayout(new BorderLayout());
        frame.add(header(order), BorderLayout.NORTH);
        frame.add(steps(), BorderLayout.WEST);
        frame.add(picture, BorderLayout.CENTER);
        frame.setSize(960, 720);
        frame.setMinimumSize(new Dimension(820, 640));
        frame.setLocationRelativeTo(null);
        printers.setRenderer(new PrinterName());
        serial.addActionListener(pressed -> check.doClick());
        print.addActionListener(pressed -> print.setEnabled(false));
        askPerson(false);
        readyToPrint(false);
        title("Print your stamps");
    }

    private static JComponent header(String order) {
        JPanel header = new JPanel(new BorderLayout());
        header.setBackground(WindowStyle.INK);
        header.setBorder(BorderFactory.createEmptyBorder(16, 24, 16, 24));
        header.add(WindowStyle.styled(new JLabel("Print your stamps"), Font.BOLD, 22, Color.WHITE), BorderLayout.WEST);
        String shortened = order.length() > 8 ? order.substring(0, 8) : order;
        header.add(
                WindowStyle.styled(new JLabel("Order " + shortened), Font.PLAIN, 14, WindowStyle.LINE),
                BorderLayout.EAST);
        return header;
    }

    private JComponent steps() {
        JPanel column = new JPanel();
        column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
        column.setBackground(WindowStyle.PANEL);
        column.setBorder(BorderFactory.createEmptyBorder(24, 24, 20, 24));
        column.setPreferredSize(new Dimension(350, 100));
        add(column, 6, WindowStyle.heading("1  Which sheet is in the printer?"));
        add(
                column,
                10,
                WindowStyle.note("Scan the bar code on the sheet, or type the number beside it; "
                        + "the last five characters are enough."));
        add(column, 8, serialField());
        add(column, 26, check);
        add(column, 8, WindowStyle.heading("2  Which printer?"));
        add(column, 6, printerChoice());
        add(
                column,
                26,
                WindowStyle.note(
                        "Stamps are printed at 100 %. Leave scaling switched off in the printer's own " + "settings."));
        add(column, 20, print);
        add(column, 10, status);
        add(column, 6, yes);
        add(column, 6, no);
        column.add(Box.createVerticalGlue());
        return column;
    }

    private static void add(JPanel column, int gapBelow, JComponent component) {
        component.setAlignmentX(Component.LEFT_ALIGNMENT);
        column.add(component);
        column.add(Box.createVerticalStrut(gapBelow));
    }

    private JComponent serialField() {
        serial.setFont(new Font(Font.MONOSPACED, Font.BOLD, 20));
        serial.setMaximumSize(new Dimension(Integer.MAX_VALUE, 44));
        serial.setPreferredSize(new Dimension(290, 44));
        serial.getAccessibleContext().setAccessibleName("Serial number of the sheet in the printer");
        return serial;
    }

    private JComponent printerChoice() {
        printers.setMaximumSize(new Dimension(Integer.MAX_VALUE, 36));
        printers.getAccessibleContext().setAccessibleName("Printer");
        return printers;
    }

    /** @param onClose runs instead of closing */
    void open(Consumer<String> onCheck, Runnable onPrint, Consumer<Boolean> onTold, Runnable onClose) {
        check.addActionListener(pressed -> onCheck.accept(serial.getText().strip()));
        print.addActionListener(pressed -> onPrint.run());
        yes.addActionListener(pressed -> onTold.accept(true));
        no.addActionListener(pressed -> onTold.accept(false));
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent closing) {
                onClose.run();
            }
        });
        frame.setVisible(true);
        serial.requestFocusInWindow();
    }

    void title(String text) {
        frame.setTitle(text);
    }

    StatusBox status() {
        return status;
    }

    SheetPicture picture() {
        return picture;
    }

    void printers(List<PrintService> found, Optional<PrintService> usual) {
        found.forEach(printers::addItem);
        usual.ifPresent(printers::setSelectedItem);
    }

    Optional<PrintService> printer() {
        return Optional.ofNullable((PrintService) printers.getSelectedItem());
    }

    /** Locks or unlocks the serial number; it cannot be changed during a request to the vendor. */
    void mayType(boolean may) {
        serial.setEnabled(may);
        check.setEnabled(may);
        if (may) {
            serial.requestFocusInWindow();
            serial.selectAll();
        }
    }

    void sheet(LabelSerial known) {
        serial.setText(known.grouped());
    }

    void readyToPrint(boolean ready) {
        print.setEnabled(ready);
        frame.getRootPane().setDefaultButton(ready ? print : null);
        if (ready) {
            print.requestFocusInWindow();
        }
    }

    void printText(String text) {
        print.setText(text);
    }

    /** Shows or hides the two answers to "are the stamps on the sheet?". */
    void askPerson(boolean ask) {
        yes.setVisible(ask);
        no.setVisible(ask);
    }

    private static final class PrinterName extends DefaultListCellRenderer {
        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            String name =
                    value instanceof PrintService service ? service.getName().replace('_', ' ') : "No printer found";
            return super.getListCellRendererComponent(list, name, index, selected, focused);
        }
    }
}

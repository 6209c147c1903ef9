package org.stampwright.webstart;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.awt.Font;
import java.awt.Insets;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.UIManager;

/** Colours and fonts of the window, in one place. */
final class WindowStyle {
    static final Color INK = new Color(0x1B2A41);
    static final Color INK_SOFT = new Color(0x5A6A80);
    static final Color PAPER = Color.WHITE;
    static final Color DESK = new Color(0xECE9E1);
    static final Color PANEL = new Color(0xFBFAF7);
    static final Color LINE = new Color(0xC9CFD8);
    static final Color POST_RED = new Color(0xB3261E);
    static final Color POST_BLUE = new Color(0x1F4E8C);
    static final Color GOOD = new Color(0x1E6B3A);
    static final Color GOOD_PALE = new Color(0xE3F2E7);
    static final Color BAD_PALE = new Color(0xFBE9E7);
    static final Color CALM_PALE = new Color(0xE8EEF7);

    private WindowStyle() {}

    /** Tells Swing about the class loader, because Web Start loads the helper with one of its own. */
    static void install() {
        UIManager.put("ClassLoader", FlatLightLaf.class.getClassLoader());
        FlatLightLaf.setGlobalExtraDefaults(Map.of("@accentColor", "#1F4E8C"));
        FlatLightLaf.setup();
        UIManager.put("Component.arc", 8);
        UIManager.put("Button.arc", 8);
        UIManager.put("TextComponent.arc", 8);
        UIManager.put("defaultFont", new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    }

    static JLabel heading(String text) {
        return styled(new JLabel(text), Font.BOLD, 16, INK);
    }

    /** Returns text that wraps at the width of the left column. */
    static JLabel note(String text) {
        return styled(new JLabel(wrapped(text, 228)), Font.PLAIN, 13, INK_SOFT);
    }

    /** Wraps text by Swing's HTML, which counts 1.3 dots per pixel of a style sheet. */
    static String wrapped(String text, int width) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<html><body style='width:" + width + "px'>" + safe + "</body></html>";
    }

    static <C extends JComponent> C styled(C component, int style, int size, Color colour) {
        component.setFont(new Font(Font.SANS_SERIF, style, size));
        component.setForeground(colour);
        component.setAlignmentX(JComponent.LEFT_ALIGNMENT);
        return component;
    }

    /** Returns the button of the next step. */
    static JButton primary(String text) {
        JButton button = styled(new JButton(text), Font.BOLD, 15, Color.WHITE);
        button.setBackground(POST_BLUE);
        button.setMargin(new Insets(9, 18, 9, 18));
        return button;
    }

    static JButton quiet(String text) {
        JButton button = styled(new JButton(text), Font.PLAIN, 13, POST_BLUE);
        button.setMargin(new Insets(6, 12, 6, 12));
        return button;
    }
}

package org.stampwright.webstart;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Shows the current status in words and in colour, in this one place of the window. */
final class StatusBox extends JPanel {
    private final transient JLabel words = WindowStyle.styled(new JLabel(), Font.PLAIN, 14, WindowStyle.INK);
    private Color pale = WindowStyle.CALM_PALE;

    StatusBox() {
        super(new BorderLayout());
        setOpaque(false);
        setAlignmentX(JComponent.LEFT_ALIGNMENT);
        setBorder(BorderFactory.createEmptyBorder(12, 14, 12, 14));
        add(words, BorderLayout.CENTER);
        words.getAccessibleContext().setAccessibleName("Status");
        setVisible(false);
    }

    void calm(String text) {
        say(text, WindowStyle.CALM_PALE, WindowStyle.INK);
    }

    void good(String text) {
        say(text, WindowStyle.GOOD_PALE, WindowStyle.GOOD);
    }

    void bad(String text) {
        say(text, WindowStyle.BAD_PALE, WindowStyle.POST_RED);
    }

    private void say(String text, Color background, Color ink) {
        pale = background;
        words.setForeground(ink);
        words.setText(WindowStyle.wrapped(text, 204));
        setVisible(true);
        revalidate();
        repaint();
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(pale);
        g.fillRoundRect(0, 0, getWidth(), getHeight(), 14, 14);
        g.dispose();
    }
}

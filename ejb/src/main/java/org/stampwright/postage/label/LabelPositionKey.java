package org.stampwright.postage.label;

import java.io.Serializable;
import java.util.Objects;

/** Sheet and position: the key of a {@link LabelPosition}, as JPA requires it. */
public class LabelPositionKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private String sheet;
    private int position;

    public LabelPositionKey() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelPositionKey key && key.position == position && key.sheet.equals(sheet);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sheet, position);
    }
}

package org.stampwright.postage.label;

/**
 * One label as shown.
 *
 * @param position from 1, row by row; 0 for a single label
 * @param state free, reserved or used
 */
public record PositionView(int position, String state) {

    public static final String FREE = "free";
    public static final String RESERVED = "reserved";
    public static final String USED = "used";

    public boolean isFree() {
        return FREE.equals(state);
    }
}

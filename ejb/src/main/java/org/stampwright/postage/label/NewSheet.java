package org.stampwright.postage.label;

import org.stampwright.indicium.LabelSerial;

/**
 * A sheet to import, each part already checked.
 *
 * @param ownerEmail its owner from the start, in lower case, or null
 */
public record NewSheet(LabelSerial serial, String stock, SheetState state, String ownerEmail) {}

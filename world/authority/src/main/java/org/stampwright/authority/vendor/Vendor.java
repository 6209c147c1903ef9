package org.stampwright.authority.vendor;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A licensed vendor.
 *
 * @param number its number at this authority
 * @param licence the licence number that each of its indicia carries
 * @param manufacturer two characters, in every indicium and before every PSD serial number
 * @param model two characters
 * @param softwareId six characters
 * @param currency ISO 4217 numeric
 * @param country ISO 3166 alpha-2
 */
public record Vendor(
        long number,
        String name,
        long licence,
        String manufacturer,
        String model,
        String softwareId,
        long licensingPostcode,
        int currency,
        String country,
        long openingBalance) {

    static Vendor read(ResultSet row) throws SQLException {
        return new Vendor(
                row.getLong("vendor"),
                row.getString("name"),
                row.getLong("licence"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("software_id"),
                row.getLong("licensing_postcode"),
                row.getInt("currency"),
                row.getString("country"),
                row.getLong("opening_balance"));
    }
}

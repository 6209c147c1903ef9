package org.stampwright.authority.certificates;

import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.stampwright.authority.Transaction;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.protocol.Pem;

/** A certificate that this authority issued to a vendor's module. */
public record IssuedCertificate(
        long serial, long vendor, String use, String serverSystem, byte[] der, boolean compromised) {

    /** Returns the certificate with this serial number, if it belongs to this vendor and this use. */
    public static Optional<IssuedCertificate> find(Transaction tx, long serial, long vendor, String use)
            throws SQLException {
        return tx.one(
                "select * from certificate where serial = ? and vendor = ? and use = ?",
                IssuedCertificate::read,
                serial,
                vendor,
                use);
    }

    public static IssuedCertificate read(ResultSet row) throws SQLException {
        return new IssuedCertificate(
                row.getLong("serial"),
                row.getLong("vendor"),
                row.getString("use"),
                row.getString("server_system"),
                row.getBytes("der"),
                row.getBoolean("compromised"));
    }

    public X509Certificate certificate() {
        return Certificates.read(der);
    }

    String pem() {
        return Pem.of("CERTIFICATE", der);
    }
}

package org.stampwright.postage.signing;

import org.stampwright.indicium.CertificateSerial;

/**
 * A module whose two keys the authority has certified.
 *
 * @param indicium serial number of the indicium key's certificate
 * @param seal serial number of the seal key's certificate
 */
public record CertifiedModule(CryptographicModule module, CertificateSerial indicium, CertificateSerial seal) {}

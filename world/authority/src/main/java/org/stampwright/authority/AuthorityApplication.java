package org.stampwright.authority;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.stampwright.authority.authentication.AdminAuthentication;
import org.stampwright.authority.authentication.DeskAuthentication;
import org.stampwright.authority.authentication.SignedAnswers;
import org.stampwright.authority.authentication.VendorAuthentication;
import org.stampwright.authority.certificates.CertificateAdmin;
import org.stampwright.authority.certificates.CertificateResource;
import org.stampwright.authority.certificates.PublicCertificates;
import org.stampwright.authority.certificates.RevocationAdmin;
import org.stampwright.authority.desk.DeskResource;
import org.stampwright.authority.fate.VoidResource;
import org.stampwright.authority.faults.FaultAdmin;
import org.stampwright.authority.funds.DepositAdmin;
import org.stampwright.authority.funds.HeadResource;
import org.stampwright.authority.funds.PsdResource;
import org.stampwright.authority.intake.IntakeResource;
import org.stampwright.authority.trust.BundleResource;
import org.stampwright.authority.vendor.LicenceResource;
import org.stampwright.authority.vendor.VendorAdmin;

/** The resources and filters, listed so that the container does not need to scan for them. */
@ApplicationPath("/")
public class AuthorityApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                StartupGate.class,
                ProblemAnswers.class,
                VendorAuthentication.class,
                SignedAnswers.class,
                AdminAuthentication.class,
                DeskAuthentication.class,
                VendorAdmin.class,
                LicenceResource.class,
                CertificateAdmin.class,
                CertificateResource.class,
                PublicCertificates.class,
                RevocationAdmin.class,
                DepositAdmin.class,
                PsdResource.class,
                HeadResource.class,
                IntakeResource.class,
                BundleResource.class,
                VoidResource.class,
                DeskResource.class,
                FaultAdmin.class);
    }
}

package org.stampwright.postage.licence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;

/** Fetches the licence from the authority, once for all instances. */
@ApplicationScoped
public class Licensing {

    private static final Logger LOG = System.getLogger(Licensing.class.getName());

    @Inject
    AuthorityClient authority;

    @Inject
    Licences licences;

    /**
     * Returns the licence, from the database or otherwise from the authority; empty if the authority does not answer.
     */
    public Optional<Licence> licence() {
        Optional<Licence> kept = licences.theLicence();
        if (kept.isPresent()) {
            return kept;
        }
        if (ask() instanceof Reply.Answered answered && answered.isOk()) {
            licences.keep(answered.body());
            LOG.log(
                    Level.INFO,
                    "The authority issued licence {0}",
                    answered.body().get("licence"));
        }
        return licences.theLicence();
    }

    private Reply ask() {
        return authority.get("/v1/licence");
    }
}

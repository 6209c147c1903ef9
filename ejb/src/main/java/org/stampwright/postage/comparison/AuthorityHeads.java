package org.stampwright.postage.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;

/** The heads of this vendor's PSDs at the authority, page by page. */
@ApplicationScoped
public class AuthorityHeads {

    @Inject
    AuthorityClient authority;

    /** A page of heads by serial number, and whether more follow. */
    record Page(List<AuthorityHead> heads, boolean more) {

        Page {
            heads = List.copyOf(heads);
            if (more && heads.isEmpty()) {
                throw new IllegalArgumentException("an empty page of heads cannot be followed by another");
            }
        }

        long last() {
            return heads.get(heads.size() - 1).psd();
        }
    }

    /** Returns the page after this serial number; empty if the authority did not answer. */
    Optional<Page> after(long serial) {
        return authority.get("/v1/heads?after=" + serial) instanceof Reply.Answered answered && answered.isOk()
                ? Optional.of(page(answered.body()))
                : Optional.empty();
    }

    private static Page page(JsonObject answer) {
        return new Page(
                answer.getJsonArray("heads").getValuesAs(JsonObject.class).stream()
                        .map(AuthorityHeads::head)
                        .toList(),
                answer.getBoolean("more"));
    }

    private static AuthorityHead head(JsonObject json) {
        JsonObject head = json.getJsonObject("head");
        return new AuthorityHead(
                json.getJsonNumber("psdSerial").longValueExact(),
                head.getJsonNumber("number").longValueExact(),
                HexFormat.of().parseHex(head.getString("hash")),
                json.getJsonNumber("granted").longValueExact());
    }
}

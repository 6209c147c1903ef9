package org.stampwright.postage.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.postage.account.Allowances.Bucket;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.protocol.PasswordHash;

/** Creates accounts and authenticates callers by a password, an API key or a guest's token. */
@Stateless
public class Accounts {

    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final String ADD = "insert into account (kind, login, password_hash) values (:kind, :login, :hash)"
            + " on conflict (kind, login) do nothing returning id";

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    @Inject
    Jdbi jdbi;

    @Inject
    private Allowances allowances;

    @Inject
    private LoginLimits limits;

    @Inject
    private PasswordSlots slots;

    @Inject
    private ProvenPasswords passwords;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    /**
     * Returns whether the text has the form of an e-mail address; only a delivered mail proves that the address exists.
     */
    public static boolean isEmail(String text) {
        return text != null && EMAIL.matcher(text).matches();
    }

    /**
     * Opens an account. Refusals: email-invalid, password-too-short, too-many-attempts, overloaded,
     * email-taken.
     */
    public Answer<Consumer> register(String email, String password, String remoteAddress) {
        if (!isEmail(email)) {
            return Answer.refusedAt(
                    "email", ProblemKind.EMAIL_INVALID, "Type an e-mail address, like name@example.org.");
        }
        if (password == null || password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            return Answer.refusedAt(
                    "password",
                    ProblemKind.PASSWORD_TOO_SHORT,
                    "Choose a password of " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.");
        }
        Optional<Duration> wait = allowances.take(limits.ofRegistration(remoteAddress));
        if (wait.isPresent()) {
            return tooMany("Too many new accounts from here.", wait.get());
        }
        Optional<PasswordHash> hashed = slots.within(() -> PasswordHash.of(password, random));
        if (hashed.isEmpty()) {
            return busy();
        }
        PasswordHash hash = hashed.get();
        return added(email.toLowerCase(Locale.ROOT), hash)
                .map(Answer::granted)
                .orElseGet(() -> Answer.refusedAt(
                        "email",
                        ProblemKind.EMAIL_TAKEN,
                        "An account with this address exists already: log in instead."));
    }

    /** Returns empty if the account exists already, even one that is being created at this moment. */
    private Optional<Consumer> added(String login, PasswordHash hash) {
        return jdbi.withHandle(handle -> handle.createQuery(ADD)
                .bind("kind", AccountKind.CONSUMER.text())
                .bind("login", login)
                .bind("hash", hash.toString())
                .mapTo(Long.class)
                .findFirst()
                .map(id -> new Consumer(id, login)));
    }

    /**
     * Returns the caller with this login and password. Each attempt is counted before it is judged, and a right
     * password is not counted. Refusals: unauthenticated, too-many-attempts, overloaded. Runs outside of transactions:
     * comparing passwords is slow and must not keep a connection.
     *
     * @param remoteAddress the caller's network
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Answer<Caller> authenticate(AccountKind kind, String login, String password, String remoteAddress) {
        if (login == null || password == null || password.length() > LONGEST_PASSWORD) {
            return wrong();
        }
        String name = login.toLowerCase(Locale.ROOT);
        List<Bucket> buckets = limits.ofLogin(kind, name, remoteAddress);
        for (Bucket bucket : buckets) {
            Optional<Duration> wait = allowances.take(bucket);
            if (wait.isPresent()) {
                return tooMany("Too many wrong passwords.", wait.get());
            }
        }
        Optional<Account> account = byLogin(kind, name);
        Optional<Boolean> right = slots.within(() ->
                account.map(known -> known.hasPassword(password, passwords)).orElseGet(() -> ofUnknownLogin(password)));
        if (right.isEmpty()) {
            return busy();
        }
        if (!right.get()) {
            return wrong();
        }
        buckets.forEach(allowances::giveBack);
        return Answer.granted(account.orElseThrow().caller());
    }

    private static <T> Answer<T> tooMany(String what, Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        return Answer.refused(
                ProblemKind.TOO_MANY_ATTEMPTS,
                what + " Wait " + (seconds == 1 ? "a second" : seconds + " seconds") + " and try again.");
    }

    private static <T> Answer<T> busy() {
        return Answer.refused(
                ProblemKind.OVERLOADED, "Too many people log in at this moment. Try again in a few seconds.");
    }

    /** Returns false after the time that a wrong password takes, so that timing does not reveal which logins exist. */
    private boolean ofUnknownLogin(String password) {
        PasswordHash.of(password, random);
        return false;
    }

    private static Answer<Caller> wrong() {
        return Answer.refused(ProblemKind.UNAUTHENTICATED, "Login or password is wrong.");
    }

    /** Returns the client with this API key; {@link ApiKeys} asks at most once in a few seconds. */
    public Optional<Client> byApiKey(String key) {
        return entities.createQuery("select a from Account a where a.keyHash = :hash", Account.class)
                .setParameter("hash", new Secret(key).hash())
                .getResultStream()
                .findFirst()
                .flatMap(Account::asClient);
    }

    /** Returns the guest who holds this token; the order's own check decides whether the token opens it. */
    public Guest guest(String token) {
        return new Guest(new Secret(token).hashHex());
    }

    /** Returns whether a client of this name exists already. */
    public boolean hasClient(String name) {
        return byLogin(AccountKind.CLIENT, name).isPresent();
    }

    /** Returns whether the text is a valid name for a client. */
    public static boolean isClientName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Creates an API client and returns its key, which is shown only once. */
    public Secret makeClient(String name) {
        Secret key = Secret.apiKey(random);
        entities.persist(Account.client(name, key, clock.instant()));
        return key;
    }

    private Optional<Account> byLogin(AccountKind kind, String login) {
        return entities.createQuery("select a from Account a where a.kind = :kind and a.login = :login", Account.class)
                .setParameter("kind", kind.text())
                .setParameter("login", login)
                .getResultStream()
                .findFirst();
    }
}

package org.stampwright.postage.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * An account of a caller. Consumers and operators have a password, clients have a key; no account has both. An account
 * is never removed, because its orders keep referring to it.
 */
@Entity
@Table(name = "account")
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String kind;
    private String login;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "key_hash")
    private byte[] keyHash;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Account() {}

    private Account(AccountKind kind, String login, Instant now) {
        this.kind = kind.text();
        this.login = login;
        this.createdAt = now;
    }

    static Account client(String name, Secret key, Instant now) {
        Account account = new Account(AccountKind.CLIENT, name, now);
        account.keyHash = key.hash();
        return account;
    }

    boolean hasPassword(String password, ProvenPasswords passwords) {
        return passwordHash != null && passwords.fits(passwordHash, password);
    }

    /** Returns the client whose account this is; empty for any other kind of account. */
    Optional<Client> asClient() {
        return AccountKind.of(kind) == AccountKind.CLIENT ? Optional.of(new Client(id, login)) : Optional.empty();
    }

    /** Returns the caller that facades see once the owner of this account is authenticated. */
    Caller caller() {
        return switch (AccountKind.of(kind)) {
            case CONSUMER -> new Consumer(id, login);
            case CLIENT -> new Client(id, login);
            case OPERATOR -> new Operator(id, login);
        };
    }
}

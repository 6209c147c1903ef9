package org.stampwright.indicium.ledger;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.trust.Sha256;

/** The layout of a ledger entry, the same in format versions 1 and 2: fixed width, little-endian. */
final class EntryBytes {

    static final int LENGTH = 160;

    private EntryBytes() {}

    static byte[] of(LedgerEntry entry) {
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) entry.formatVersion())
                .put((byte) entry.kind().code())
                .put((byte) entry.state().code())
                .put((byte) 0)
                .putInt((int) entry.psd().value())
                .putLong(entry.number())
                .putLong(entry.registers().ascending().mills())
                .putLong(entry.registers().descending().mills())
                .putLong(entry.fundsAdded().mills())
                .putLong(entry.fundsWithdrawn().mills())
                .putLong(entry.pieceCount())
                .putLong(entry.maximumDescending().mills())
                .putLong(entry.maximumPostage().mills())
                .putLong(entry.owner())
                .putLong(entry.epoch())
                .putInt((int) entry.sealCertificate().value())
                .putInt(entry.pieces())
                .put(entry.contentsHash())
                .put(entry.previousHash())
                .array();
    }

    static LedgerEntry read(byte[] bytes) {
        expect("length of a ledger entry in bytes", bytes.length, LENGTH);
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int formatVersion = in.get() & 0xFF;
        Kind kind = Kind.ofCode(in.get() & 0xFF);
        PsdState state = PsdState.ofCode(in.get() & 0xFF);
        expect("byte 3 of a ledger entry", in.get(), 0);
        PsdSerial psd = new PsdSerial(Integer.toUnsignedLong(in.getInt()));
        long number = in.getLong();
        Registers registers = new Registers(money(in), money(in));
        return new LedgerEntry(
                formatVersion,
                psd,
                number,
                kind,
                registers,
                money(in),
                money(in),
                in.getLong(),
                state,
                money(in),
                money(in),
                in.getLong(),
                in.getLong(),
                new CertificateSerial(Integer.toUnsignedLong(in.getInt())),
                in.getInt(),
                hash(in),
                hash(in));
    }

    private static Money money(ByteBuffer in) {
        return Money.ofMills(in.getLong());
    }

    private static byte[] hash(ByteBuffer in) {
        byte[] hash = new byte[Sha256.LENGTH];
        in.get(hash);
        return hash;
    }

    private static void expect(String field, int value, int expected) {
        if (value != expected) {
            throw new IllegalArgumentException(field + " must be " + expected + ", not " + value);
        }
    }
}

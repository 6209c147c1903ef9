package org.stampwright.webstart;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of the Internet Printing Protocol's encoding (RFC 8010) that querying jobs needs. */
final class IppMessage {
    static final int GET_JOBS = 0x000A;
    static final int GET_PRINTER_ATTRIBUTES = 0x000B;
    static final int KEYWORD = 0x44;
    static final int URI = 0x45;
    static final int NAME = 0x42;

    private static final int VERSION_1_1 = 0x0101;
    private static final int OPERATION_GROUP = 0x01;
    private static final int END = 0x03;
    private static final int CHARSET = 0x47;
    private static final int LANGUAGE = 0x48;
    private static final int INTEGER = 0x21;
    private static final int ENUM = 0x23;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Creates a request with the attributes that every request starts with. */
    IppMessage(int operation, String printerUri) {
        try {
            out.writeShort(VERSION_1_1);
            out.writeShort(operation);
            out.writeInt(1);
            out.writeByte(OPERATION_GROUP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        with(CHARSET, "attributes-charset", "utf-8");
        with(LANGUAGE, "attributes-natural-language", "en");
        with(URI, "printer-uri", printerUri);
    }

    IppMessage with(int tag, String name, String... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                out.writeByte(tag);
                writeText(i == 0 ? name : "");
                writeText(values[i]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void writeText(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(encoded.length);
        out.write(encoded);
    }

    byte[] encode() {
        byte[] head = bytes.toByteArray();
        ByteBuffer whole = ByteBuffer.allocate(head.length + 1);
        return whole.put(head).put((byte) END).array();
    }

    /**
     * Reads a response: one map per group, the operation's own first; numbers and enumerations as Integer, all else as
     * text; several values of an attribute are joined by commas.
     *
     * @throws IllegalArgumentException if it is not a response, or its status is not successful
     */
    static List<Map<String, Object>> read(byte[] answer) {
        try {
            ByteBuffer in = ByteBuffer.wrap(answer);
            in.getShort();
            int status = in.getShort() & 0xFFFF;
            if (status > 0x00FF) {
                throw new IllegalArgumentException(
                        "the print server answered with status 0x" + Integer.toHexString(status));
            }
            in.getInt();
            return readGroups(in);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the print server's answer is cut off", e);
        }
    }

    private static List<Map<String, Object>> readGroups(ByteBuffer in) {
        List<Map<String, Object>> groups = new ArrayList<>();
        String name = "";
        for (int tag = in.get() & 0xFF; tag != END; tag = in.get() & 0xFF) {
            if (tag < 0x10) {
                groups.add(new HashMap<>());
                continue;
            }
            String given = text(bytes(in));
            name = given.isEmpty() ? name : given;
            Object value = value(tag, bytes(in));
            groups.get(groups.size() - 1).merge(name, value, (a, b) -> a + "," + b);
        }
        return groups;
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] read = new byte[in.getShort() & 0xFFFF];
        in.get(read);
        return read;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Object value(int tag, byte[] bytes) {
        return (tag == INTEGER || tag == ENUM) && bytes.length == Integer.BYTES
                ? (Object) ByteBuffer.wrap(bytes).getInt()
                : text(bytes);
    }
}

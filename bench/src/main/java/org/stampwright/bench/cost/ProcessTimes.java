package org.stampwright.bench.cost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stampwright.bench.system.VendorSystem;

/**
 * The processor time that each part of the system has used so far, in milliseconds: each instance, the authority, the
 * card sandbox, the supervisor, the load generator (this program), and PostgreSQL's processes by the database that they
 * serve.
 */
public record ProcessTimes(Map<String, Long> ms) {

    private static final Path PROC = Path.of("/proc");
    private static final String POSTGRES = "postgres";
    private static final String ENDED = "PostgreSQL: ended backends";
    private static final String SUPERVISOR = "supervisor";

    public static ProcessTimes now(VendorSystem system) throws IOException {
        Map<String, Long> ms = new LinkedHashMap<>();
        Map<String, Long> pids = system.pids();
        pids.put(SUPERVISOR, Long.parseLong(system.file("supervisor.pid").split("\\s")[0]));
        for (Map.Entry<String, Long> one : pids.entrySet()) {
            Optional<ProcStat> stat = ProcStat.read(stat(one.getValue()));
            if (one.getKey().equals(POSTGRES)) {
                addDatabase(ms, one.getValue());
            } else {
                ms.put(one.getKey(), stat.map(ProcStat::ownMs).orElse(0L));
            }
        }
        ms.put(
                "load generator",
                ProcStat.read(stat(ProcessHandle.current().pid())).orElseThrow().ownMs());
        return new ProcessTimes(ms);
    }

    /** Returns these times with that of another process. */
    public ProcessTimes with(String name, long pid) throws IOException {
        Map<String, Long> more = new LinkedHashMap<>(ms);
        more.put(name, ProcStat.read(stat(pid)).orElseThrow().ownMs());
        return new ProcessTimes(more);
    }

    /**
     * Returns the time used since an earlier reading, and the sum under {@code all}. A backend that has ended meanwhile
     * is counted with all of its time, so what it had used before is deducted.
     */
    public Map<String, Long> since(ProcessTimes earlier) {
        Map<String, Long> used = new LinkedHashMap<>();
        long all = 0;
        for (Map.Entry<String, Long> one : ms.entrySet()) {
            long difference = one.getValue() - earlier.ms.getOrDefault(one.getKey(), 0L);
            used.put(one.getKey(), Math.max(0, difference));
            all += difference;
        }
        long twice = used.values().stream().mapToLong(Long::longValue).sum() - all;
        used.computeIfPresent(ENDED, (name, whole) -> Math.max(0, whole - twice));
        used.put("all", all);
        return used;
    }

    /** Returns the milliseconds of a program that this one started, with its running and its ended children. */
    public static long ofTree(ProcessHandle program) throws IOException {
        Optional<ProcStat> stat = ProcStat.read(stat(program.pid()));
        long ms = stat.map(one -> one.ownMs() + one.reapedMs()).orElse(0L);
        for (ProcessHandle child : program.children().toList()) {
            ms += ofTree(child);
        }
        return ms;
    }

    private static void addDatabase(Map<String, Long> ms, long postmaster) throws IOException {
        ProcStat server = ProcStat.read(stat(postmaster)).orElseThrow();
        ms.put(ENDED, server.reapedMs());
        ms.put("PostgreSQL: own processes", server.ownMs());
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                Optional<ProcStat> stat = ProcStat.read(process.resolve("stat"));
                if (stat.isPresent() && stat.get().parent() == postmaster) {
                    ms.merge("PostgreSQL: " + served(process), stat.get().ownMs(), Long::sum);
                }
            }
        }
    }

    /** Returns the database of a backend, from its title {@code postgres: USER DATABASE ADDRESS STATE}. */
    private static String served(Path process) throws IOException {
        try {
            String title = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            String[] words = title.replace('\0', ' ').strip().split(" ");
            return words.length > 3 && words[3].contains("127.0.0.1") ? "database " + words[2] : "own processes";
        } catch (NoSuchFileException ended) {
            return "ended backends";
        }
    }

    private static Path stat(long pid) {
        return PROC.resolve(Long.toString(pid)).resolve("stat");
    }
}

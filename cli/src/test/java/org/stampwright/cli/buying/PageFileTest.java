package org.stampwright.cli.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cli.Refusal;

class PageFileTest {

    @TempDir
    private Path folder;

    @Test
    void a_new_file_is_claimed_by_one_purchase_and_released_again() {
        var wanted = folder.resolve("stamps.pdf");
        var claimed = PageFile.claim(wanted, false);
        assertThat(wanted).isEmptyFile();
        refuses(wanted, "exists already");
        claimed.release();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void earlier_stamps_are_replaced_on_demand_only_and_never_removed() throws IOException {
        var earlier = Files.writeString(folder.resolve("stamps.pdf"), "earlier stamps");
        refuses(earlier, "--force");
        PageFile.claim(earlier, true).release();
        assertThat(earlier).hasContent("earlier stamps");
    }

    @Test
    void what_is_not_a_regular_file_is_never_replaced() throws IOException {
        assertThatThrownBy(() -> PageFile.claim(Path.of("/dev/full"), true)).hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> PageFile.claim(folder, true)).hasMessageContaining("not a regular file");
        var link = Files.createSymbolicLink(folder.resolve("link.pdf"), folder.resolve("target.pdf"));
        assertThatThrownBy(() -> PageFile.claim(link, true)).hasMessageContaining("not a regular file");
    }

    @Test
    void a_missing_folder_is_named() {
        refuses(folder.resolve("missing/stamps.pdf"), "there is no such folder");
    }

    @Test
    void a_written_page_is_kept() throws IOException {
        var claimed = PageFile.claim(folder.resolve("stamps.pdf"), false);
        Files.writeString(claimed.path(), "stamps");
        claimed.release();
        assertThat(claimed.path()).hasContent("stamps");
    }

    private static void refuses(Path wanted, String why) {
        assertThatThrownBy(() -> PageFile.claim(wanted, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }
}

package io.keeling.backup;

import io.keeling.app.reprocess.PipelineServers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of backups, each of servers of its own. */
abstract class BackupTests {

  @TempDir Path directory;
  BackupTrial trial;
  PipelineServers live;

  @BeforeEach
  void start() throws IOException {
    trial = new BackupTrial(directory);
    live = trial.live();
  }

  @AfterEach
  void stop() {
    trial.close();
  }
}

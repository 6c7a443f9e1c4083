package io.keeling.bench.chain;

import io.keeling.runtime.kafka.KafkaConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

/** How many bytes lie where: in topics, tables and directories. */
final class StoredBytes {

  private StoredBytes() {}

  /** Of each topic, one copy; internal ones of a role together. */
  static Map<String, Long> topics(KafkaConnection kafka)
      throws InterruptedException, ExecutionException {
    Map<String, Long> bytes = new TreeMap<>();
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      var brokers =
          admin.describeCluster().nodes().get().stream().map(Node::id).collect(Collectors.toSet());
      admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
          .flatMap(directories -> directories.values().stream())
          .flatMap(directory -> directory.replicaInfos().entrySet().stream())
          .forEach(
              replica ->
                  bytes.merge(
                      name(replica.getKey().topic()), replica.getValue().size(), Long::sum));
    }
    return bytes;
  }

  private static String name(String topic) {
    return topic
        .replaceFirst("^(keeling-(?:ingest|enrich))-.*", "$1-*")
        .replaceFirst("^__.*", "__*");
  }

  /** Of each table, and of its indexes. */
  static Map<String, Long> tables(DataSource database) throws SQLException {
    Map<String, Long> bytes = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class"
                    + " WHERE relkind = 'r' AND relname LIKE 'article%'")) {
      while (rows.next()) {
        bytes.put(rows.getString(1), rows.getLong(2));
        bytes.put(rows.getString(1) + ", indexes", rows.getLong(3));
      }
    }
    return bytes;
  }

  static long directory(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }
}

package io.keeling.backup;

/**
 * A file of a backup: records of one partition in their order, or rows of a table, as JSON lines in
 * gzip.
 *
 * @param file its path below the backup's directory, with slashes
 * @param of whose records or rows: the name of a topic or a table
 * @param partition of which partition; 0 for a table
 * @param records how many
 * @param bytes size of the file
 * @param sha256 digest of the file, in hexadecimal digits
 */
public record BackupSegment(
    String file, String of, int partition, long records, long bytes, String sha256) {}

package io.keeling.backup;

/**
 * A file of a backup: records of one partition in order, or rows of a table, as JSON lines
 * compressed with gzip.
 *
 * @param file its path below the backup's directory, with slashes
 * @param of name of the topic or table
 * @param partition the partition; 0 for a table
 * @param records number of records or rows
 * @param bytes size of the file
 * @param sha256 digest of the file, in hexadecimal digits
 */
public record BackupSegment(
    String file, String of, int partition, long records, long bytes, String sha256) {}

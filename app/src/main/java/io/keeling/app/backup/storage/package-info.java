/** The storage of a backup's files: a directory, or a bucket of S3. */
@NullMarked
package io.keeling.app.backup.storage;

import org.jspecify.annotations.NullMarked;

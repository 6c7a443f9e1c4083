/** Where the files of a backup lie: in a directory, or in a bucket of S3. */
@NullMarked
package io.keeling.app.backup.place;

import org.jspecify.annotations.NullMarked;

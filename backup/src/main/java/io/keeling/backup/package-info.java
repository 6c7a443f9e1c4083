/**
 * Backup and restore: files with everything that cannot be made again, and Keeling restored from
 * them.
 */
@NullMarked
package io.keeling.backup;

import org.jspecify.annotations.NullMarked;

/** The database of sink and desk: connections, tables, and the meaning of its failures. */
@NullMarked
package io.keeling.storage;

import org.jspecify.annotations.NullMarked;

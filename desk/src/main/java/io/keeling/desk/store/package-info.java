/** Reads from PostgreSQL. */
@NullMarked
package io.keeling.desk.store;

import org.jspecify.annotations.NullMarked;

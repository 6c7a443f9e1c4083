/** Writes to PostgreSQL, and makes its schema. */
@NullMarked
package io.keeling.sink.database;

import org.jspecify.annotations.NullMarked;

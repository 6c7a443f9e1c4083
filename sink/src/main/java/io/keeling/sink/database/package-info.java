/** Writes batches of articles to PostgreSQL. */
@NullMarked
package io.keeling.sink.database;

import org.jspecify.annotations.NullMarked;

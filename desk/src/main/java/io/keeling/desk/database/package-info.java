/** The connections to PostgreSQL. */
@NullMarked
package io.keeling.desk.database;

import org.jspecify.annotations.NullMarked;

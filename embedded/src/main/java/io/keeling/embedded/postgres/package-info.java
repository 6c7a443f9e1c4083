/** A PostgreSQL server beside this process. */
@NullMarked
package io.keeling.embedded.postgres;

import org.jspecify.annotations.NullMarked;

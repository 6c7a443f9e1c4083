/** The role that writes articles to PostgreSQL. */
@NullMarked
package io.keeling.sink;

import org.jspecify.annotations.NullMarked;

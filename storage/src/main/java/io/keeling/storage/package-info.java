/** The database of sink and desk: how it is reached, its tables, and what its failures mean. */
@NullMarked
package io.keeling.storage;

import org.jspecify.annotations.NullMarked;

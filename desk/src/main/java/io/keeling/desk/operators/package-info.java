/** Pages on which operators watch and run the rest of Keeling. */
@NullMarked
package io.keeling.desk.operators;

import org.jspecify.annotations.NullMarked;

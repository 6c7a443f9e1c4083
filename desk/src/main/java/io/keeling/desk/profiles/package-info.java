/** Profiles of topics, names, countries and outlets; comparisons, the map and rising subjects. */
@NullMarked
package io.keeling.desk.profiles;

import org.jspecify.annotations.NullMarked;

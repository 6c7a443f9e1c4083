/** What a topic, name, country or outlet is, how much of it there is, and what rises. */
@NullMarked
package io.keeling.desk.profiles;

import org.jspecify.annotations.NullMarked;

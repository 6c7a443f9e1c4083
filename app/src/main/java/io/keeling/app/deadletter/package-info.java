/** Lists, counts and replays dead letters. */
@NullMarked
package io.keeling.app.deadletter;

import org.jspecify.annotations.NullMarked;

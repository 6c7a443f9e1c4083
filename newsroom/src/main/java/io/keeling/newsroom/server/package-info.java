/** Its server. */
@NullMarked
package io.keeling.newsroom.server;

import org.jspecify.annotations.NullMarked;

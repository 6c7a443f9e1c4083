/** Pages by which people sign in and look after accounts. */
@NullMarked
package io.keeling.desk.access.page;

import org.jspecify.annotations.NullMarked;

/** Sends the alerts of saved searches by webhook, chat and e-mail, and keeps a record of them. */
@NullMarked
package io.keeling.desk.saved.alert;

import org.jspecify.annotations.NullMarked;

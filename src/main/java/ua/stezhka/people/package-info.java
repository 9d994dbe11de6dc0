/** The administration of people: search, invitations, lists, roles, blocks, merging, reading the audit trail. */
@NullMarked
package ua.stezhka.people;

import org.jspecify.annotations.NullMarked;

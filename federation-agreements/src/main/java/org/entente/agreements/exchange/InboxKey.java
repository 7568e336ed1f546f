package org.entente.agreements.exchange;

import java.io.Serializable;
import java.util.UUID;

/** Who sent which document. */
record InboxKey(String sender, UUID documentId) implements Serializable {}

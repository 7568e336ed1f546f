// Ends with 1 when this Node.js cannot build the portal. In a form that old versions understand.
var version = process.versions.node.split('.').map(Number);
var major = version[0];
var minor = version[1];
var known = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
process.exit(known ? 0 : 1);

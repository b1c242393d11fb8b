import './vh-device-check.js';

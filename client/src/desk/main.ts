import './desk.css';
import './vh-desk.js';
